package dev.patchbay.sandbox.telegram;

/**
 * A call that was carried out.
 *
 * @param result the {@code result} member
 * @param description the {@code description} member; empty for none
 * @param chatId the chat that it was about; 0 if none
 * @param messageId the message that it made or changed; 0 if none
 * @param text the text that it brought; empty if none
 */
record Done(Object result, String description, long chatId, long messageId, String text) {
    static Done with(Object result) {
        return new Done(result, "", 0, 0, "");
    }

    static Done yes() {
        return with(true);
    }

    static Done yes(String description) {
        return new Done(true, description, 0, 0, "");
    }
}

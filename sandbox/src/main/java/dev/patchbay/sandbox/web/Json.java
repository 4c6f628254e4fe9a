package dev.patchbay.sandbox.web;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects as maps, both ways. */
public final class Json {
    private Json() {}

    /** An object with its members in the order given: name, value, name, value. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** The object as text on one line. */
    public static String write(Map<String, ? extends @Nullable Object> object) {
        return JSONObjectUtils.toJSONString(object);
    }

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException if the text is no JSON object; the message does not repeat the text
     */
    public static Map<String, Object> read(String text) {
        try {
            return JSONObjectUtils.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a JSON object");
        }
    }
}

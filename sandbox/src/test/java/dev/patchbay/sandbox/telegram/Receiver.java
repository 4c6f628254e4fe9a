package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import dev.patchbay.sandbox.web.Server;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A bot's webhook that remembers what was posted to it. Answers 200 unless told otherwise. */
final class Receiver implements AutoCloseable {
    private final Server server = Server.bind(0);
    private final List<Request> requests = new ArrayList<>();
    private volatile Function<Map<String, Object>, Reply> answer = update -> Reply.text(200, "");

    Receiver() {
        server.post("/hook", this::receive);
        server.open();
    }

    URI url() {
        return server.base().resolve("/hook");
    }

    void answers(Function<Map<String, Object>, Reply> changed) {
        answer = changed;
    }

    private Reply receive(Request request) {
        synchronized (this) {
            requests.add(request);
            notifyAll();
        }
        return answer.apply(Json.read(request.body()));
    }

    synchronized List<Request> await(int count) throws InterruptedException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (requests.size() < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("only " + requests.size() + " updates came");
            }
            wait(left);
        }
        return List.copyOf(requests);
    }

    synchronized List<Long> ids() {
        return requests.stream()
                .map(request -> (Long) Json.read(request.body()).getOrDefault("update_id", 0L))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}

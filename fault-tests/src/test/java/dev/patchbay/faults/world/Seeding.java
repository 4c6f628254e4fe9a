package dev.patchbay.faults.world;

import dev.patchbay.faults.world.Api.Answer;
import dev.patchbay.faults.world.Api.NoAnswer;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Parameters;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings people and connections about through the API, as people do. */
public final class Seeding {
    private static final String HANDOFF = "{\"return\":\"handoff\"}";

    private final World world;
    private final URI service;

    /** People of this world at that service. */
    public Seeding(World world, URI service) {
        this.world = world;
        this.service = service;
    }

    /** So many people with every platform of the world connected. */
    public List<Somebody> people(String name, int count) {
        List<Somebody> people = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Somebody>> coming = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                String own = name + "x" + i;
                coming.add(threads.submit(() -> connected(own)));
            }
            for (Future<Somebody> one : coming) {
                people.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("somebody could not be brought about", e);
        }
        return people;
    }

    private Somebody connected(String name) throws NoAnswer {
        Somebody somebody = signIn(world.addPerson(name));
        for (Played platform : world.platforms()) {
            connect(somebody, platform);
        }
        return somebody;
    }

    /** Opens accounts at every party, without anything here. @return the id */
    public String stranger(String name) {
        return world.addPerson(name);
    }

    /** Signs in somebody who has an account at the sandbox. */
    public Somebody signIn(String person) throws NoAnswer {
        Answer begun = begin("/auth/google/login", "");
        URI back = world.signIn(URI.create(begun.data("authUrl")), person);
        Answer landed = Api.get(service, back.getRawPath() + "?" + back.getRawQuery(), "");
        String handoff = parameter(URI.create(landed.location()), "handoff");
        Answer session = Api.post(
                        service,
                        "/auth/session",
                        "",
                        Json.write(Json.object("handoff", handoff, "state", begun.data("state"))))
                .expect(200);
        Object account = session.json().get("data") instanceof Map<?, ?> data ? data.get("account") : null;
        String id = account instanceof Map<?, ?> fields ? String.valueOf(fields.get("id")) : String.valueOf(account);
        return new Somebody(person, id, session.data("token"));
    }

    /** Connects a platform. */
    public void connect(Somebody somebody, Played platform) throws NoAnswer {
        connectAs(somebody, platform, somebody.id()).expect(200);
    }

    /** Consents at a platform as that person, who may be somebody else there. @return what the service says to it */
    public Answer connectAs(Somebody somebody, Played platform, String person) throws NoAnswer {
        String path = "/platforms/" + platform.id();
        Answer begun = begin(path + "/connect", somebody.session());
        URI back = world.connect(platform, URI.create(begun.data("authUrl")), person);
        String brought = Json.write(Json.object("code", parameter(back, "code"), "state", parameter(back, "state")));
        return Api.post(service, path + "/callback", somebody.session(), brought);
    }

    /** A machine that is busy with other things may take longer than the service waits for a provider. */
    private Answer begin(String path, String session) throws NoAnswer {
        for (int tries = 1; ; tries++) {
            Answer begun = Api.post(service, path, session, HANDOFF);
            if (begun.status() != 503 || tries == 5) {
                return begun.expect(200);
            }
        }
    }

    private static String parameter(URI address, String name) {
        return Parameters.parse(address.getRawQuery())
                .get(name)
                .orElseThrow(() -> new IllegalStateException("no " + name + " in an answer of " + address.getPath()));
    }
}

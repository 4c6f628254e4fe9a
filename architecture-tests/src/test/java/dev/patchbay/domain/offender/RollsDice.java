package dev.patchbay.domain.offender;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

public interface RollsDice {
    static SecureRandom secure() {
        return new SecureRandom();
    }

    static int insecure() {
        return new Random().nextInt();
    }

    static int local() {
        return ThreadLocalRandom.current().nextInt();
    }

    static double math() {
        return Math.random();
    }

    static UUID uuid() {
        return UUID.randomUUID();
    }
}

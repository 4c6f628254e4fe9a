package dev.patchbay.pages.stage;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the demo and the browser before the first story, ends them after the last, and gives each story its stage. */
final class Theatre implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(Theatre.class);
    private static final Path PICTURES = Path.of("target", "seen").toAbsolutePath();

    private record House(Demo demo, Chromium chromium) implements AutoCloseable {
        static House open() {
            Chromium chromium = Chromium.start();
            try {
                return new House(Demo.start(), chromium);
            } catch (RuntimeException e) {
                chromium.close();
                throw e;
            }
        }

        @Override
        public void close() {
            demo.close();
            chromium.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.installed().isPresent() || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled("there is a browser, or there has to be one")
                : ConditionEvaluationResult.disabled("chromium is not installed");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        House house =
                context.getRoot().getStore(OURS).getOrComputeIfAbsent(House.class, _ -> House.open(), House.class);
        Stage stage = new Stage(house.demo(), house.chromium());
        context.getStore(OURS).put(Stage.class, new Played(stage));
        return stage;
    }

    /** Keeps JUnit from closing the stage by itself, where a failure would not be the story's. */
    private record Played(Stage stage) {}

    @Override
    public void afterEach(ExtensionContext context) {
        Played played = context.getStore(OURS).remove(Stage.class, Played.class);
        if (played == null) {
            return;
        }
        try (Stage stage = played.stage()) {
            context.getExecutionException().ifPresent(wrong -> stage.seen(PICTURES, story(context))
                    .forEach(seen -> wrong.addSuppressed(new AssertionError(seen))));
        }
    }

    private static String story(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }
}

package dev.patchbay.architecture.walls;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what is called like a secret and is plain text: fields, record components, parameters and what methods return. */
final class PlainSecrets {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(token|secret|code|verifier|password|nonce|cookie)$", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PLAIN_TEXT =
            Set.of("java.lang.String", "java.lang.CharSequence", "char[]", "java.util.Optional<java.lang.String>");

    /** What only sounds like a secret, and why it is none. */
    private static final String NAME_OF_A_SETTING = "the name of the setting that holds it";

    static final Map<String, String> HARMLESS = Map.of(
            "dev.patchbay.domain.provider.AppNames.secret", NAME_OF_A_SETTING,
            "dev.patchbay.domain.provider.AppNames.secret()", NAME_OF_A_SETTING,
            "dev.patchbay.domain.provider.AppNames.new(secret)", NAME_OF_A_SETTING,
            "dev.patchbay.domain.account.Language.code()", "the name of a language (ISO 639-1)",
            "dev.patchbay.domain.activity.AuditFlaw.code()", "the stable name of a flaw, for scripts",
            "dev.patchbay.domain.connection.Cause.code()", "the stable name of a cause, part of the API",
            "dev.patchbay.domain.connection.NextAction.code()", "the stable name of a next step, part of the API",
            "dev.patchbay.usecase.attempt.Refusal.code()", "the stable name of a refusal, part of the API",
            "dev.patchbay.domain.connection.RenewalOutcome.code()", "the stable name of an outcome, a metric label",
            "dev.patchbay.usecase.refresh.Verdict$State.code()", "the stable name of a state, part of the API");

    static List<String> in(Class<?> type) {
        return all(type)
                .filter(place -> !HARMLESS.containsKey(place))
                .map(place -> place + " is plain text; make it a Secret")
                .toList();
    }

    /** Every find, the harmless ones too, as {@code type.field}, {@code type.method()} or {@code type.method(parameter)}. */
    static Stream<String> all(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !isConstant(field) && isPlain(field.getGenericType(), field.getName()))
                .map(Field::getName);
        Stream<String> answers = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && isPlain(method.getGenericReturnType(), method.getName()))
                .map(method -> method.getName() + "()");
        Stream<Executable> constructors = Arrays.stream(type.getDeclaredConstructors());
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods());
        Stream<String> parameters = Stream.concat(constructors, methods)
                .filter(executable -> !executable.isSynthetic())
                .flatMap(PlainSecrets::parameters);
        return Stream.of(fields, answers, parameters)
                .flatMap(places -> places)
                .map(place -> type.getName() + "." + place);
    }

    static boolean soundsSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    private static Stream<String> parameters(Executable executable) {
        String name = executable instanceof Method ? executable.getName() : "new";
        return Arrays.stream(executable.getParameters())
                .filter(parameter -> isPlain(parameter.getParameterizedType(), parameter.getName()))
                .map(parameter -> name + "(" + parameter.getName() + ")");
    }

    /** A constant is the name of a parameter or header: a secret is not known when the code is written. */
    private static boolean isConstant(Field field) {
        return Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
    }

    private static boolean isPlain(Type type, String name) {
        return soundsSecret(name) && PLAIN_TEXT.contains(type.getTypeName());
    }

    private PlainSecrets() {}
}

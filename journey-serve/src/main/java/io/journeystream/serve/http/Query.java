package io.journeystream.serve.http;

import io.javalin.http.Context;
import io.journeystream.events.Identifier;
import io.journeystream.serve.identity.TypedNames;
import io.journeystream.words.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a question about identifiers, read strictly. */
final class Query {
    private static final String AS_STORED = "as-stored";

    private final Context context;
    private final TypedNames names;
    private final Mistakes mistakes = Mistakes.inQuery();

    private Query(Context context, TypedNames names) {
        this.context = context;
        this.names = names;
    }

    /**
     * The identifiers that the parameters of these names mean, in that order.
     *
     * @throws io.journeystream.runtime.http.Refusal 400 that lists every mistake
     */
    static List<Identifier> identifiers(Context context, TypedNames names, String... parameters) {
        Query query = new Query(context, names);
        Set<String> known = new TreeSet<>(List.of(parameters));
        known.add(AS_STORED);
        query.refuseUnknown(known);
        boolean asStored = query.asStored();
        List<Identifier> identifiers = new ArrayList<>();
        for (String parameter : parameters) {
            query.identifier(parameter, asStored, identifiers);
        }
        query.mistakes.refuse();
        return identifiers;
    }

    /** @throws io.journeystream.runtime.http.Refusal 400 if there are any parameters */
    static void none(Context context) {
        Mistakes mistakes = Mistakes.inQuery();
        context.queryParamMap()
                .keySet()
                .forEach(name -> mistakes.add(name, "there is no parameter " + name + ": this takes none"));
        mistakes.refuse();
    }

    private void refuseUnknown(Set<String> known) {
        context.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                String hint = Nearest.to(name, known)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElseGet(() -> "there are " + String.join(", ", known));
                mistakes.add(name, "there is no parameter " + name + "; " + hint);
            } else if (values.size() > 1) {
                mistakes.add(name, name + " must be given once");
            }
        });
    }

    private boolean asStored() {
        String given = context.queryParam(AS_STORED);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            mistakes.add(AS_STORED, AS_STORED + " must be true or false, was \"" + given + "\"");
        }
        return "true".equals(given);
    }

    private void identifier(String parameter, boolean asStored, List<Identifier> into) {
        String given = context.queryParam(parameter);
        if (given == null) {
            mistakes.add(parameter, parameter + " is required: an identifier, written type:value, such as account:a1");
            return;
        }
        WrittenNames.read(given, names, asStored, message -> mistakes.add(parameter, message))
                .ifPresent(into::add);
    }
}

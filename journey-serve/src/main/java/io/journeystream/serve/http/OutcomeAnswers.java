package io.journeystream.serve.http;

import io.javalin.http.Context;
import io.journeystream.runtime.http.Answers;
import io.journeystream.runtime.http.Problem;
import io.journeystream.serve.commands.Outcome;
import io.journeystream.serve.erasure.ReceiptDocument;
import io.journeystream.serve.identity.IdentityJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of commands, as answers. */
final class OutcomeAnswers {
    private OutcomeAnswers() {}

    static void write(Context context, Outcome outcome) {
        if (outcome instanceof Outcome.Holds holds) {
            Answers.json(context, 200, answer(holds));
        } else if (outcome instanceof Outcome.Erased erased) {
            context.status(200).contentType("application/json").result(ReceiptDocument.write(erased.receipt()));
        } else if (outcome instanceof Outcome.Refused refused) {
            Answers.problem(
                    context,
                    Problem.of(422, "Refused", "streams refuses the command: " + refused.why())
                            .with("id", refused.command().getId()));
        } else if (outcome instanceof Outcome.Unanswered unanswered) {
            Answers.json(context, 202, answer(unanswered));
        }
    }

    /** For metrics and answers. */
    static String name(Outcome outcome) {
        if (outcome instanceof Outcome.Holds holds) {
            return holds.outdated() ? "OUTDATED" : "HOLDS";
        }
        if (outcome instanceof Outcome.Erased) {
            return "ERASED";
        }
        return outcome instanceof Outcome.Refused ? "REFUSED" : "UNANSWERED";
    }

    private static Map<String, Object> answer(Outcome.Holds holds) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", holds.command().getId());
        answer.put("outcome", name(holds));
        answer.put("holds", IdentityJson.of(holds.word()));
        return answer;
    }

    private static Map<String, Object> answer(Outcome.Unanswered unanswered) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", unanswered.command().getId());
        answer.put("outcome", name(unanswered));
        answer.put(
                "detail",
                "the command is kept; streams has not answered yet, and will obey when it runs: the same again with"
                        + " this id brings the answer");
        return answer;
    }
}

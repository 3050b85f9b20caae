package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.constraint.ConstraintResult;

/** All questions about all limits, shared out among threads. */
final class ShiftsToBreak {
    private ShiftsToBreak() {}

    private record Asked(int limit, LimitSearch.Question question) {}

    /**
     * The answers.
     *
     * @param limits in the order of the answers
     */
    static List<ShiftToBreak> of(List<ConstraintResult> limits, MovingCase moving, RobustOptions options) {
        List<Optional<LimitSearch>> searches = OrderedTasks.map(
                limits, options.threads(), r -> moving.of(r).map(of -> search(r, of, moving, options)));
        // By question: what takes longest goes first, so that no thread is left waiting for it at the end.
        List<Asked> asked = new ArrayList<>();
        for (LimitSearch.Question q : LimitSearch.Question.values()) {
            for (int i = 0; i < limits.size(); i++) {
                if (searches.get(i).isPresent()) {
                    asked.add(new Asked(i, q));
                }
            }
        }
        List<UnaryOperator<LimitSearch.Answer>> found = OrderedTasks.map(
                asked,
                options.threads(),
                a -> searches.get(a.limit()).orElseThrow().look(a.question()));
        List<ShiftToBreak> answers = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            ConstraintResult r = limits.get(i);
            if (searches.get(i).isEmpty()) {
                answers.add(ShiftToBreak.notEvaluable(r, why(r)));
                continue;
            }
            LimitSearch.Answer answer = searches.get(i).get().atRest();
            for (int n = 0; n < asked.size(); n++) {
                if (asked.get(n).limit() == i) {
                    answer = found.get(n).apply(answer);
                }
            }
            answers.add(answer.of(r));
        }
        return answers;
    }

    private static LimitSearch search(
            ConstraintResult r, MovingCase.Limited of, MovingCase moving, RobustOptions options) {
        return new LimitSearch(MovedLimit.of(r, of.solid()), moving.dose(), of.points(), moving.centre(), options);
    }

    private static String why(ConstraintResult r) {
        if (r.reason() != null && !MovingCase.isMeasured(r)) {
            return r.reason();
        }
        return MovingCase.isEvaluable(r)
                ? "its structure could not be made again"
                : "it is no limit on a dose that must not rise";
    }
}

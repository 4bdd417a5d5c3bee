package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.List;
import quintet.orm.Operation;

/** Joins operations that can be one: a model created and a field added to it become a model created with the field. */
public final class Optimizer {
    private final Reducer reducer;

    public Optimizer(String app) {
        this.reducer = new Reducer(app);
    }

    /** The shortest list the rules lead to; the effect stays. */
    public List<Operation> optimize(List<? extends Operation> operations) {
        List<Operation> current = List.copyOf(operations);
        while (true) {
            List<Operation> next = once(current);
            if (next.equals(current)) {
                return next;
            }
            current = next;
        }
    }

    private List<Operation> once(List<Operation> operations) {
        List<Operation> result = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            boolean right = true;
            for (int j = i + 1; j < operations.size(); j++) {
                Operation other = operations.get(j);
                switch (reducer.reduce(operation, other)) {
                    case Reducer.Outcome.Joined(List<Operation> joined) -> {
                        List<Operation> between = operations.subList(i + 1, j);
                        if (right) {
                            result.addAll(between);
                            result.addAll(joined);
                        } else if (between.stream().allMatch(op -> reducer.passes(op, other))) {
                            result.addAll(joined);
                            result.addAll(between);
                        } else {
                            right = false;
                            j = operations.size();
                            continue;
                        }
                        result.addAll(operations.subList(j + 1, operations.size()));
                        return result;
                    }
                    case Reducer.Outcome.Blocked() -> right = false;
                    case Reducer.Outcome.Passes() -> {}
                }
            }
            result.add(operation);
        }
        return result;
    }
}

package depot;

import static quintet.orm.RangeOperator.OVERLAPS;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.orm.Constraint;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.PostgresFunctions;

/** Days on which the depot is closed; without a first or last day it has no end. No two of them meet. */
public class Closure extends Model {
    public static final Manager<Closure> objects = new Manager<>(Closure.class);

    public @Nullable LocalDate first;
    public @Nullable LocalDate last;

    public static final Meta<Closure> meta = Meta.of(Closure.class)
            .constraint(Constraint.exclude("closed_once")
                    .with(PostgresFunctions.range(Closure_.first, Closure_.last, "[]"), OVERLAPS));
}

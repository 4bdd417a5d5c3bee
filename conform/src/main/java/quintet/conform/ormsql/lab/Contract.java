package quintet.conform.ormsql.lab;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import quintet.fields.DecimalField;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What an author gets from a publisher. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Contract extends Model {
    public static final Manager<Contract> objects = new Manager<>(Contract.class);

    @ForeignKey(onDelete = OnDelete.RESTRICT, relatedName = "contracts")
    public Ref<Author> author;

    @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "contracts")
    public Ref<Publisher> publisher;

    @DecimalField(maxDigits = 10, decimalPlaces = 2)
    public @Nullable BigDecimal amount;
}

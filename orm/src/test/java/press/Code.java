package press;

import java.util.UUID;
import quintet.fields.CharField;
import quintet.fields.Default;
import quintet.fields.Defaults;
import quintet.fields.PrimaryKey;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;

/** Its key is made by the application. */
public class Code extends KeyedModel<UUID> {
    public static final Manager<Code> objects = new Manager<>(Code.class);

    @PrimaryKey
    @Default(Defaults.RandomUuid.class)
    public UUID code;

    @CharField(maxLength = 20)
    public String text = "";
}

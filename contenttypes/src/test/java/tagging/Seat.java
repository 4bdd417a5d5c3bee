package tagging;

import java.util.List;
import quintet.contenttypes.GenericMany;
import quintet.contenttypes.GenericRelation;
import quintet.fields.CharField;
import quintet.fields.PrimaryKey;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;

/** Its key has two fields. */
public class Seat extends KeyedModel<List<Object>> {
    public static final Manager<Seat> objects = new Manager<>(Seat.class);

    @PrimaryKey
    @CharField(maxLength = 5)
    public String row = "";

    @PrimaryKey
    public int number;

    @GenericRelation
    public GenericMany<Remark> remarks;
}

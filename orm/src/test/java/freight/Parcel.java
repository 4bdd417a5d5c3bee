package freight;

import static quintet.fields.OnDelete.RESTRICT;
import static quintet.fields.OnDelete.SET_DEFAULT;

import quintet.fields.CharField;
import quintet.fields.Default;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Goods, of which some are on pallets. */
public class Parcel extends Model {
    public static final Manager<Parcel> objects = new Manager<>(Parcel.class);

    @ForeignKey(onDelete = RESTRICT, relatedName = "+")
    public Ref<Line> line;

    @Default(DefaultLine.class)
    @ForeignKey(onDelete = SET_DEFAULT, relatedName = "+")
    public Ref<Line> fallback;

    @CharField(maxLength = 20)
    public String code = "";

    public static final Meta<Parcel> meta = Meta.of(Parcel.class)
            .ordering("line", "code")
            .unique("one_parcel_code", Parcel_.line(), Parcel_.code)
            .check("parcel_line", Parcel_.line().isNotNull());
}

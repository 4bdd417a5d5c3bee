package press;

import static quintet.fields.OnDelete.SET_NULL;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.DecimalField;
import quintet.fields.ForeignKey;
import quintet.fields.GenericIpAddressField;
import quintet.fields.TextField;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A column of every kind, each of which may be empty. */
public class Specimen extends Model {
    public static final Manager<Specimen> objects = new Manager<>(Specimen.class);

    @CharField(maxLength = 20, blank = true)
    public @Nullable String name;

    @TextField(blank = true)
    public @Nullable String text;

    public @Nullable Integer number;
    public @Nullable Long large;
    public @Nullable Short small;
    public @Nullable Double ratio;
    public @Nullable Boolean yes;

    @DecimalField(maxDigits = 8, decimalPlaces = 2)
    public @Nullable BigDecimal price;

    public @Nullable LocalDate day;
    public @Nullable LocalTime hour;
    public @Nullable Instant moment;
    public @Nullable Duration span;
    public @Nullable UUID code;

    @GenericIpAddressField
    public @Nullable String address;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable Ref<Item> item;
}

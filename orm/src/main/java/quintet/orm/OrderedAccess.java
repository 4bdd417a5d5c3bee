package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;

/**
 * The access of a model with {@code Meta.orderWithRespectTo}: that of its companion and the column {@code _order}, which no Java
 * field stands for.
 */
final class OrderedAccess<M> extends ModelAccess<M> {
    /** The name of the column and of its field. */
    static final String NAME = "_order";

    private final ModelAccess<M> plain;
    private final List<FieldDeclaration> columns;
    private final int place;

    private OrderedAccess(ModelAccess<M> plain, List<FieldDeclaration> columns) {
        super(plain.type(), columns, plain.relations());
        this.plain = plain;
        this.columns = columns;
        this.place = columns.size() - 1;
    }

    /** The access with the column, if the model or the concrete one it extends has it; else the access as it is. */
    static <M> ModelAccess<M> of(ModelAccess<M> access, MetaValues options, @Nullable ModelMeta<?> parent) {
        FieldMeta inherited = parent == null ? null : parent.orderField();
        boolean own = options.orderWithRespectTo() != null && !access.isProxy();
        if (!own && inherited == null) {
            return access;
        }
        FieldDeclaration declaration = FieldDeclaration.of(NAME, FieldKind.INTEGER, Integer.class)
                .with("made", true)
                .with("editable", false);
        if (inherited != null && parent != null) {
            boolean shown = access.isProxy() && !inherited.isInherited();
            declaration = shown
                    ? declaration
                    : declaration.with("owner", inherited.owner().type());
        }
        List<FieldDeclaration> columns = new ArrayList<>(access.columns());
        columns.add(declaration);
        return new OrderedAccess<>(access, List.copyOf(columns));
    }

    /** Whether an access has the column. */
    static boolean is(ModelAccess<?> access) {
        return access instanceof OrderedAccess || (access instanceof SplitAccess<?> split && is(split.declared()));
    }

    @Override
    public List<FieldDeclaration> columns() {
        return columns;
    }

    @Override
    public List<FieldDeclaration> relations() {
        return plain.relations();
    }

    @Override
    public M make() {
        return plain.make();
    }

    @Override
    public void init(M object) {
        plain.init(object);
    }

    @Override
    public void read(M object, Cells cells, int at) {
        plain.read(object, cells, at);
        ((KeyedModel<?>) object).rowOrder = cells.int32OrNull(at + place);
    }

    @Override
    public void read(M object, int field, Cells cells, int at) {
        if (field == place) {
            ((KeyedModel<?>) object).rowOrder = cells.int32OrNull(at);
        } else {
            plain.read(object, field, cells, at);
        }
    }

    @Override
    public void write(M object, int field, Parameters parameters) {
        if (field == place) {
            parameters.int32(((KeyedModel<?>) object).rowOrder);
        } else {
            plain.write(object, field, parameters);
        }
    }

    @Override
    public @Nullable Object get(M object, int field) {
        return field == place ? ((KeyedModel<?>) object).rowOrder : plain.get(object, field);
    }

    @Override
    public void set(M object, int field, @Nullable Object value) {
        if (field == place) {
            ((KeyedModel<?>) object).rowOrder = (Integer) value;
        } else {
            plain.set(object, field, value);
        }
    }

    @Override
    public Object other(M object, int relation) {
        return plain.other(object, relation);
    }

    @Override
    public List<PlainRelation> plainRelations() {
        return plain.plainRelations();
    }

    @Override
    public PlainHandle plain(M object, int relation) {
        return plain.plain(object, relation);
    }

    @Override
    public List<Queries<?>> dependants(M object) {
        return plain.dependants(object);
    }

    @Override
    public @Nullable Manager<M> manager() {
        return plain.manager();
    }

    @Override
    public Map<String, Manager<M>> managers() {
        return plain.managers();
    }

    @Override
    public @Nullable Meta<?> meta() {
        return plain.meta();
    }

    @Override
    public boolean isAbstract() {
        return plain.isAbstract();
    }

    @Override
    public boolean isProxy() {
        return plain.isProxy();
    }
}

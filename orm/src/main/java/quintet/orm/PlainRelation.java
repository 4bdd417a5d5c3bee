package quintet.orm;

/**
 * A relation without a foreign key: rows that name another row by its model and key, in two plain columns. The module of
 * content types gives it a meaning.
 *
 * @param name its name in the model that declares it
 * @param target the model at the other end; for a single one, which may lead to any model, the model that declares it
 * @param typeField the field that names the model
 * @param keyField the field that holds the other row's key
 * @param many whether it leads to the many rows that name an object, rather than from one of them to the object
 * @param backName the name of the way back in lookups; "" if there is none
 */
public record PlainRelation(
        String name, Class<?> target, String typeField, String keyField, boolean many, String backName) {}

package quintet.fields;

/**
 * An enum stored as text (Django's {@code TextChoices}).
 *
 * <pre>{@code
 * enum Status implements TextChoices {
 *     DRAFT("d"), PUBLISHED("p");
 *     private final String value;
 *     Status(String value) { this.value = value; }
 *     public String value() { return value; }
 * }
 * }</pre>
 */
public interface TextChoices extends Choice<String> {
    /** The stored text. The default is the constant's name. */
    @Override
    default String value() {
        return ((Enum<?>) this).name();
    }
}

package depot;

/** A colour. */
public enum Colour {
    RED,
    BLUE
}

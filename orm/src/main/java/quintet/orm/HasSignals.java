package quintet.orm;

/** An app that listens to what happens to models. */
public interface HasSignals {
    /** Connects: {@code on.postSave(User.class, e -> ...)}. Called once when a site opens. */
    void signals(Signals on);
}

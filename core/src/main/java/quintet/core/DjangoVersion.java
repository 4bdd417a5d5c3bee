package quintet.core;

/**
 * The Django release a site writes like. It picks every default that differs between releases together (password
 * iterations, the salt of signed cookies, fragment-cache keys). Whatever an older release wrote is read in any case.
 */
public enum DjangoVersion {
    /** Django 5.2, the long-term release: 1,000,000 PBKDF2 iterations. */
    V5_2(1_000_000),
    /** Django 6.0. */
    V6_0(1_200_000),
    /** Django 6.1, the default. */
    V6_1(1_500_000);

    private final int passwordIterations;

    DjangoVersion(int passwordIterations) {
        this.passwordIterations = passwordIterations;
    }

    /** PBKDF2-SHA256 iterations for new password hashes. */
    public int passwordIterations() {
        return passwordIterations;
    }

    /** Whether signed cookies are written with the length-prefixed salt (5.2.15, 6.0.6 and later do). */
    public boolean prefixedCookieSalt() {
        return true;
    }

    /** Whether values in fragment-cache keys are prefixed by their length (6.1 and later). */
    public boolean prefixedCacheKeys() {
        return this == V6_1;
    }
}

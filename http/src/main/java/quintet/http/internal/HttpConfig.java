package quintet.http.internal;

import java.util.List;
import quintet.core.Settings;
import quintet.http.CsrfSettings;
import quintet.http.HttpSettings;
import quintet.http.SecuritySettings;
import quintet.http.UploadSettings;

/** A site's settings as requests need them: looked up once. */
public record HttpConfig(
        HttpSettings http,
        SecuritySettings security,
        CsrfSettings csrf,
        UploadSettings uploads,
        List<String> allowedHosts,
        boolean debug) {

    /** Of these settings, with defaults for what they do not have. */
    public static HttpConfig of(Settings settings) {
        return new HttpConfig(
                settings.part(HttpSettings.class).orElse(HttpSettings.defaults()),
                settings.part(SecuritySettings.class).orElse(SecuritySettings.defaults()),
                settings.part(CsrfSettings.class).orElse(CsrfSettings.defaults()),
                settings.part(UploadSettings.class).orElse(UploadSettings.defaults()),
                settings.allowedHosts(),
                settings.debug());
    }
}

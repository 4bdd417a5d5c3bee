package quintet.orm;

import quintet.core.Check;
import quintet.core.SiteBuilder;
import quintet.core.SiteModule;
import quintet.core.UnappliedMigrations;
import quintet.orm.internal.checks.ModelChecks;
import quintet.orm.internal.checks.SupportChecks;
import quintet.orm.internal.meta.ModelRegistry;

/** Gives each site its databases and models. Found through {@code META-INF/services}. */
public final class OrmModule implements SiteModule {
    /** Made by the service loader. */
    public OrmModule() {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void configure(SiteBuilder builder) {
        builder.service(Databases.class, site -> new Databases(site.settings()));
        builder.service(UnappliedMigrations.class, site -> () -> DatabaseChecks.unapplied(site));
        builder.check(Check.database("database", DatabaseChecks::reachable));
        builder.check(Check.of("models", VendorChecks::check));
        builder.check(Check.of("models", ModelChecks::check));
        builder.check(Check.database("models", SupportChecks::check));
        builder.check(Check.deploy("database", DatabaseChecks::deployment));
        builder.service(ModelRegistry.class, ModelRegistry::open);
        builder.service(CustomLookups.class, site -> {
            CustomLookups lookups = new CustomLookups();
            site.appsWith(HasLookups.class).forEach(app -> app.lookups(lookups));
            return lookups;
        });
        builder.service(Signals.class, site -> {
            Signals signals = new Signals();
            site.appsWith(HasSignals.class).forEach(app -> app.signals(signals));
            return signals;
        });
    }
}

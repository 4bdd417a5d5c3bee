package quintet.benchmarks.templates;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.loader.ResourceLocator;
import com.hubspot.jinjava.loader.ResourceNotFoundException;
import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The engines that write characters, each with its cache on and HTML escaped. */
final class TextEngines {
    private TextEngines() {}

    static Contender pebble() {
        MemoryLoader loader = new MemoryLoader();
        for (String name : Files.names(".html")) loader.addTemplate(name, Files.read("pebble/" + name));
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .newLineTrimming(false)
                .defaultLocale(Locale.ROOT)
                .build();
        return new TextContender(
                "Pebble",
                page -> (model, out) ->
                        engine.getTemplate(page.file() + ".html").evaluate(out, model));
    }

    static Contender freemarker() {
        StringTemplateLoader loader = new StringTemplateLoader();
        for (String name : Files.names(".ftlh")) {
            if (hasFile("freemarker/" + name)) loader.putTemplate(name, Files.read("freemarker/" + name));
        }
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setDefaultEncoding("UTF-8");
        return new TextContender(
                "FreeMarker",
                page -> (model, out) ->
                        configuration.getTemplate(page.file() + ".ftlh").process(model, out));
    }

    static Contender qute() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .addLocator(id -> Optional.of(new Location("qute/" + id + ".html")))
                .build();
        return new TextContender("Qute", page -> (model, out) -> {
            var instance = engine.getTemplate(page.file()).instance();
            model.forEach(instance::data);
            out.write(instance.render());
        });
    }

    /** A template of Qute as HTML, so that it escapes. */
    private record Location(String file) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(Files.read(file));
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(new Variant(Locale.ROOT, StandardCharsets.UTF_8, "text/html"));
        }
    }

    static Contender thymeleaf() {
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver());
        return new TextContender("Thymeleaf (text mode)", page -> {
            String source = Files.read("thymeleaf/" + page.file() + ".txt");
            return (model, out) -> engine.process(source, new Context(Locale.ROOT, model), out);
        });
    }

    private static ITemplateResolver resolver() {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCacheable(true);
        return resolver;
    }

    static Contender jinjava() {
        Jinjava engine = new Jinjava();
        engine.setResourceLocator(new ResourceLocator() {
            @Override
            public String getString(
                    String name, Charset encoding, com.hubspot.jinjava.interpret.JinjavaInterpreter interpreter)
                    throws ResourceNotFoundException {
                return Files.read("jinjava/" + name);
            }
        });
        return new TextContender("jinjava", page -> {
            String source = Files.read("jinjava/" + page.file() + ".html");
            return (model, out) -> out.write(engine.render(source, model));
        });
    }

    private static boolean hasFile(String name) {
        return TextEngines.class.getResource(name) != null;
    }
}

package quintet.benchmarks.templates;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** jte as its manual sets it up for speed: compiled before, static text as bytes, sent without a copy. */
final class JtePages implements Contender {
    private final TemplateEngine engine;

    JtePages(Path folder) throws IOException {
        Path sources = folder.resolve("jte");
        Path classes = folder.resolve("jte-classes");
        Files.copy("jte", Files.names(".jte"), sources);
        TemplateEngine compiler = TemplateEngine.create(
                new DirectoryCodeResolver(sources), classes, ContentType.Html, null, "gg.jte.generated.precompiled");
        compiler.setBinaryStaticContent(true);
        compiler.setTargetResourceDirectory(classes);
        List<String> classPath = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) classPath.add(part);
        compiler.setClassPath(classPath);
        List<String> compiled = compiler.precompileAll();
        if (compiled.isEmpty()) throw new IllegalStateException("jte compiled nothing");
        engine = TemplateEngine.createPrecompiled(classes, ContentType.Html);
        engine.setBinaryStaticContent(true);
    }

    @Override
    public String name() {
        return "jte";
    }

    @Override
    public Rendering page(Pages page) {
        Object model = model(page);
        String name = page.file() + ".jte";
        return body -> {
            Utf8ByteOutput out = new Utf8ByteOutput();
            engine.render(name, model, out);
            out.writeTo(body);
        };
    }

    static Object model(Pages page) {
        return switch (page) {
            case STOCKS -> Pages.STOCK_LIST;
            case FORTUNES -> Pages.FORTUNE_LIST;
            case TABLE -> Pages.ROW_LIST;
            case SHELF -> Pages.SHELF_MODEL;
        };
    }
}

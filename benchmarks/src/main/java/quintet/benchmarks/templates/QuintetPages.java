package quintet.benchmarks.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Engine;
import quintet.templates.Executor;
import quintet.templates.Loader;
import quintet.templates.RequestSupport;
import quintet.templates.StaticUrls;
import quintet.templates.Template;

/** Quintet's engine; the demo's page with its own templates, includes and tags. */
final class QuintetPages implements Contender {
    private static final List<String> FILES =
            List.of("layout.html", "base.html", "library/_cover.html", "library/_pages.html");

    private final Engine engine;
    private final String name;

    QuintetPages(String name, Executor executor) {
        this.name = name;
        Map<String, String> sources = new HashMap<>();
        FILES.forEach(file -> sources.put(file, Files.read("django/" + file)));
        for (Pages page : Pages.values()) {
            sources.put(page.file() + ".html", Files.read("django/" + page.file() + ".html"));
        }
        this.engine = Engine.builder()
                .executor(executor)
                .loader(Loader.memory(sources))
                .urls((route, args, kwargs, context) -> String.valueOf(Models.ROUTES.get(String.valueOf(route))))
                .staticUrls(StaticUrls.prefixes("/static/", "/media/"))
                .requests(new RequestSupport() {
                    @Override
                    public @Nullable Map<String, ? extends List<?>> query(Object request) {
                        return Map.of();
                    }
                })
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Rendering page(Pages page) {
        Template template = engine.get(page.file() + ".html");
        Map<String, Object> values = values(page);
        Object request = this;
        return body -> template.renderTo(Context.of(values, request), body);
    }

    private static Map<String, Object> values(Pages page) {
        return switch (page) {
            case STOCKS -> Map.of("items", Pages.STOCK_LIST);
            case FORTUNES -> Map.of("items", Pages.FORTUNE_LIST);
            case TABLE -> Map.of("items", Pages.ROW_LIST);
            case SHELF -> shelf(Pages.SHELF_MODEL);
        };
    }

    /** The variables as the demo's view passes them. */
    private static Map<String, Object> shelf(Shelf shelf) {
        Map<String, Object> values = new HashMap<>();
        values.put("here", shelf.getHere());
        values.put("query", shelf.getQuery());
        values.put("filters", shelf.getFilters());
        values.put("chosen", List.of());
        values.put("messages", List.of());
        values.put("paginator", shelf.getPaginator());
        values.put("is_paginated", true);
        List<Object> range = new ArrayList<>();
        shelf.getLinks().forEach(link -> range.add(link.getNumber() == 0 ? "…" : (Object) link.getNumber()));
        values.put("page_range", range);
        values.put("page_obj", new PageObject(shelf.getPage(), shelf.getBooks()));
        return values;
    }

    /** A page of objects, with Django's names. */
    public static final class PageObject {
        private final Shelf.Page page;
        private final List<Shelf.Book> books;

        PageObject(Shelf.Page page, List<Shelf.Book> books) {
            this.page = page;
            this.books = books;
        }

        /** The books. */
        public List<Shelf.Book> getObjectList() {
            return books;
        }

        /** From 1. */
        public int getNumber() {
            return page.getNumber();
        }

        /** Whether there are others. */
        public boolean hasOtherPages() {
            return page.getHasOtherPages();
        }

        /** Whether one is before. */
        public boolean hasPrevious() {
            return page.getHasPrevious();
        }

        /** Whether one comes after. */
        public boolean hasNext() {
            return page.getHasNext();
        }

        /** The number before. */
        public int previousPageNumber() {
            return page.getPreviousPageNumber();
        }

        /** The number after. */
        public int nextPageNumber() {
            return page.getNextPageNumber();
        }
    }
}

package prints;

import static quintet.http.Routes.path;
import static quintet.views.Shortcuts.redirect;
import static quintet.views.Shortcuts.render;

import java.util.List;
import java.util.Map;
import quintet.core.App;
import quintet.forms.Form;
import quintet.forms.FormSpec;
import quintet.http.FolderView;
import quintet.http.HasRoutes;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;

/** Pages to show and upload prints. */
public final class PrintsApp extends App implements HasRoutes {
    // region: view
    static final FormSpec<Print> PRINT = FormSpec.of(Print.class, Print_.title, Print_.picture, Print_.note);

    static Response edit(Request request, Print print) {
        return switch (PRINT.instance(print).read(request)) {
            case Form.Valid<Print> valid -> {
                valid.save(); // the file, then the row
                yield redirect("/prints/");
            }
            case Form<Print> form -> render(request, "prints/edit.html", Map.of("form", form));
        };
    }

    // endregion

    static Response list(Request request) {
        return render(request, "prints/list.html", Map.of("prints", Print.objects.orderBy("id")));
    }

    @Override
    public List<Route> routes() {
        // region: routes
        return List.of(
                path("prints/", PrintsApp::list),
                path("prints/add/", request -> edit(request, new Print())),
                path(
                        "prints/first/",
                        request -> edit(request, Print.objects.first().orElseThrow())),
                FolderView.media("media/"));
        // endregion
    }
}

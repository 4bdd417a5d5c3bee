package notes;

import static quintet.http.Routes.path;
import static quintet.views.Shortcuts.redirect;
import static quintet.views.Shortcuts.render;

import java.util.List;
import java.util.Map;
import quintet.core.App;
import quintet.fields.CharField;
import quintet.fields.IntegerField;
import quintet.forms.Form;
import quintet.forms.FormSpec;
import quintet.http.HasRoutes;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Route0;
import quintet.orm.Transactions;

public final class NotesApp extends App implements HasRoutes {
    record NoteForm(
            @CharField(maxLength = 20) String text,
            @IntegerField(min = 0, max = 5) int weight) {}

    static final FormSpec<NoteForm> NOTE = FormSpec.of(NoteForm.class);

    public static final Route0 LIST = path("notes/", NotesApp::list).name("notes");
    public static final Route0 ADD = path("notes/add/", NotesApp::add).name("add");

    static Response list(Request request) {
        return render(request, "notes/list.html", Map.of("notes", Note.objects.orderBy("text")));
    }

    static Response add(Request request) {
        return switch (NOTE.read(request)) {
            case Form.Valid<NoteForm> valid -> {
                Transactions.atomic(() -> {
                    Note.objects.create(note -> {
                        note.text = valid.data().text();
                        note.weight = valid.data().weight();
                    });
                });
                yield redirect("/notes/");
            }
            case Form<NoteForm> form -> render(request, "notes/add.html", Map.of("form", form));
        };
    }

    @Override
    public List<Route> routes() {
        return List.of(LIST, ADD);
    }
}

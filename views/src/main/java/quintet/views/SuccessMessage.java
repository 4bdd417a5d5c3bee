package quintet.views;

import quintet.forms.Form;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;
import quintet.sessions.Messages;
import quintet.views.internal.Placeholders;

/** Tells the visitor that a form, or a deletion, succeeded. Django's {@code SuccessMessageMixin}. */
@Mixin(SuccessMessage.Behavior.class)
public interface SuccessMessage {
    /**
     * The message, in which {@code {title}} (or Django's {@code %(title)s}) stands for a value of the form or a field of
     * the object: {@code "{title} was saved."}
     */
    String successMessage();

    /** The message for what came of the form; empty for none. Django's {@code get_success_message}. */
    default String successMessage(Request request, FormResult result) {
        return Placeholders.fill(successMessage(), result::get);
    }

    /** What the mixin does. */
    final class Behavior implements MixinBehavior<SuccessMessage> {
        @Override
        public Response formValid(SuccessMessage view, Request request, FormResult result, Next next) throws Exception {
            Response response = next.handle(request);
            if (succeeded(response)) {
                Messages.success(request, view.successMessage(request, result));
            }
            return response;
        }

        /** A view may still reject a form, and show it again with the error. */
        private static boolean succeeded(Response response) {
            boolean rejected = TemplateContent.of(response)
                    .filter(content -> content.context().get("form") instanceof Form.Invalid<?>)
                    .isPresent();
            return !rejected && response.status() < 400;
        }
    }
}

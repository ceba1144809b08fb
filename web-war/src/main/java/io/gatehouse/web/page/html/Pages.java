package io.gatehouse.web.page.html;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders pages in the language of the reader. */
@ApplicationScoped
public class Pages {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Templates templates = new Templates();

    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    /** The texts for this request's reader. */
    public Texts texts() {
        return request.getHeader("Accept-Language") == null
                ? Texts.all().get(0)
                : Texts.forReader(request.getLocales());
    }

    /** A page with one message: the texts {@code <key>_title} and {@code <key>_text}. */
    public Response.ResponseBuilder message(int status, String key) {
        return message(status, textOf(key, "", ""));
    }

    /** The same with a link; {@code linkText} is the key of its text. */
    public Response.ResponseBuilder message(int status, String key, String link, String linkText) {
        return message(status, textOf(key, link, linkText));
    }

    Response.ResponseBuilder message(int status, Message message) {
        return render(status, "message", message.title(), message, "");
    }

    /** A page with one message and, at its top, the name of the signed-in person. */
    public Response.ResponseBuilder messageToVisitor(String key) {
        Message message = textOf(key, "", "");
        return page(200, "message", message.title(), message);
    }

    /** A page with the name of the signed-in person at its top. */
    public Response.ResponseBuilder page(int status, String template, String title, Object model) {
        return render(status, template, title, model, visitor());
    }

    private Message textOf(String key, String link, String linkText) {
        Texts texts = texts();
        return new Message(
                texts.get(key + "_title"), texts.get(key + "_text"), link, link.isEmpty() ? "" : texts.get(linkText));
    }

    private Response.ResponseBuilder render(int status, String template, String title, Object model, String visitor) {
        Texts texts = texts();
        Map<String, Object> frame = new HashMap<>();
        frame.put("t", texts.asMap());
        frame.put("language", texts.language());
        frame.put("title", title);
        frame.put("style", Asset.STYLE.path());
        frame.put("script", Asset.SCRIPT.path());
        frame.put("icon", Asset.ICON.path());
        frame.put("visitor", visitor);
        frame.put("here", request.getRequestURI());
        String html = templates.render(template, model, frame);
        return new PageHeaders(settings.publicUrl())
                .on(Response.status(status).type(HTML).entity(html));
    }

    /**
     * The name by which the signed-in person knows their account; empty if there is none. An e-mail address that is not
     * verified is not shown: it could be somebody else's.
     */
    private String visitor() {
        Caller caller = Caller.of(request);
        SignedInUser user = caller == null ? null : caller.user();
        if (user == null) {
            return "";
        }
        String email = user.emailVerified() ? user.email() : null;
        String name = user.name();
        return known(email, known(name == null || name.contains("@") ? null : name, user.subject()));
    }

    private static String known(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name;
    }

    /** The model of the template {@code message}; an empty link stands for no link. */
    record Message(String title, String text, String link, String linkText) {}
}

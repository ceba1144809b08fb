package io.gatehouse.dev.issuer;

import io.gatehouse.kernel.crypto.Sha256;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The sign-in page: one template, no script, and a content security policy that allows its one style and its form. */
final class SignInPage {

    private static final String TEMPLATE = read("sign-in.html");
    private static final String STYLE = read("sign-in.css");

    private SignInPage() {}

    static Response ask(AuthorizationRequest request, String complaint) {
        String fields = hidden("response_type", "code")
                + hidden("client_id", request.clientId())
                + hidden("redirect_uri", request.redirectUri())
                + hidden("code_challenge", request.challenge())
                + hidden("code_challenge_method", "S256")
                + hidden("state", request.state())
                + hidden("scope", request.scope())
                + hidden("nonce", request.nonce());
        String body = """
                <p>%s wants to know who you are. No password is asked for: this issuer is for development only.</p>
                <form method="post" action="authorize">
                %s<p class="users">
                <button name="username" value="alice">alice</button>
                <button name="username" value="bob">bob</button>
                <button name="username" value="carol">carol</button>
                <button name="username" value="admin">admin <small>administrator</small></button>
                </p>
                </form>
                <form method="post" action="authorize">
                %s<label for="username">Somebody else</label>
                <input id="username" name="username" required maxlength="64" autocomplete="username"
                  autocapitalize="none" spellcheck="false" aria-describedby="complaint">
                <p id="complaint" role="alert">%s</p>
                <button>Sign in</button>
                </form>
                """.formatted(escape(request.clientId()), fields, fields, escape(complaint));
        return page(complaint.isEmpty() ? 200 : 400, body, originOf(request.redirectUri()));
    }

    static Response refuse(InvalidAuthorizationRequest fault) {
        String why = String.valueOf(fault.getMessage());
        return page(400, "<p role=\"alert\">The application asked in the wrong way: " + escape(why) + "</p>", "");
    }

    static Response leave(URI client) {
        return Response.seeOther(client)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static Response page(int status, String body, String formTarget) {
        String html = TEMPLATE.replace("{{style}}", STYLE).replace("{{body}}", body);
        String policy = "default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'; form-action 'self' " + formTarget
                + "; base-uri 'none'; frame-ancestors 'none'";
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .entity(html)
                .build();
    }

    private static String originOf(String uri) {
        URI parsed = URI.create(uri);
        return parsed.getScheme() + "://" + parsed.getHost() + (parsed.getPort() < 0 ? "" : ":" + parsed.getPort());
    }

    private static String hidden(String name, @Nullable String value) {
        return value == null ? "" : "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(value) + "\">\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }

    private static String read(String name) {
        try (InputStream in = SignInPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the JAR");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

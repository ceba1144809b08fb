package io.gatehouse.web.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates beside this class, compiled once. What they are given is escaped; what they name and are not, is a bug. */
final class Templates {

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler = Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .withLoader(name -> new StringReader(source(name)));

    /** @param frame what the model does not know, the frame does */
    String render(String name, Object model, Map<String, Object> frame) {
        StringWriter page = new StringWriter();
        compiled.computeIfAbsent(name, it -> compiler.compile(source(it))).execute(model, frame, page);
        return page.toString();
    }

    private static String source(String name) {
        return Resources.read(name + ".html");
    }
}

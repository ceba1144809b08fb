package io.gatehouse.web.page.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates next to this class, each compiled once. Values are escaped; a template that names a missing value
 * fails.
 */
final class Templates {

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler = Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .withLoader(name -> new StringReader(source(name)));

    /** @param frame values for names that the model does not have */
    String render(String name, Object model, Map<String, Object> frame) {
        StringWriter page = new StringWriter();
        compiled.computeIfAbsent(name, it -> compiler.compile(source(it))).execute(model, frame, page);
        return page.toString();
    }

    private static String source(String name) {
        return Resources.read(name + ".html");
    }
}

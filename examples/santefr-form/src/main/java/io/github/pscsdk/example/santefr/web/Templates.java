package io.github.pscsdk.example.santefr.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.pscsdk.example.santefr.web.view.Frame;
import java.util.HashMap;
import java.util.Map;

/** Fills the templates, which the build has compiled and which escape what they are given by where it stands. */
final class Templates {
    private static final String PACKAGE = "io.github.pscsdk.example.santefr.web.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /** The page that the template of that name makes. */
    String fill(String template, Frame page, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("page", page);
        var output = new StringOutput();
        engine.render(template + ".jte", all, output);
        return output.toString();
    }
}

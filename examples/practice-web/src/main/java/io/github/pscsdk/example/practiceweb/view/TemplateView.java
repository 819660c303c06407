package io.github.pscsdk.example.practiceweb.view;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/** Fills one template, which the build has compiled and which escapes what it is given by where it stands. */
record TemplateView(TemplateEngine engine, FrameBuilder frames, String name) implements View {
    private static final String TYPE = new MediaType("text", "html", StandardCharsets.UTF_8).toString();

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = new HashMap<String, Object>(model);
        var title = Optional.ofNullable(values.remove(Page.TITLE)).orElse(name + ".title");
        var here =
                Optional.ofNullable(values.remove(Page.HERE)).orElseGet(() -> CurrentPage.at(request.getRequestURI()));
        values.put("page", frames.frame(request, title.toString(), (CurrentPage) here));
        var output = new StringOutput();
        engine.render(name + ".jte", values, output);
        response.setContentType(TYPE);
        response.getWriter().write(output.toString());
    }
}

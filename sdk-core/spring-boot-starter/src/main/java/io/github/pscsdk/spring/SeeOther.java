package io.github.pscsdk.spring;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the browser on, to be fetched by GET. */
public final class SeeOther {
    private SeeOther() {}

    /** To an address of another site, or to a path of this one. */
    public static ModelAndView at(String address) {
        var redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        // An address is an address: what stands in braces is nobody's variable.
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}

package io.github.pscsdk.loginui;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Markup as the JDK's XML parser reads it. */
final class Xml {
    private Xml() {}

    static Element parse(String markup) throws Exception {
        var source = new InputSource(new StringReader(markup));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(source)
                .getDocumentElement();
    }

    /** The elements of that name, in their order; all of them for {@code *}. */
    static List<Element> all(Element root, String name) {
        var found = root.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}

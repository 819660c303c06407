package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** The names that the archetype makes of that of a plug-in, computed as its plug-in for Maven does. */
class GeneratedNamesTest {
    private static final String METADATA = "plugins/archetype/src/main/resources/META-INF/maven/archetype-metadata.xml";

    private record Property(String value, String allowed) {}

    @ParameterizedTest
    @CsvSource({
        "door-badge, DoorBadge, DOORBADGE",
        "badge-of-the-clinic-on-the-hill, BadgeOfTheClinicOnTheHill, BADGEOFTHECLINIC"
    })
    void each_name_makes_a_class_and_a_prefix_that_the_contract_allows(String name, String className, String prefix)
            throws Exception {
        var made = made(name);

        assertEquals(className, made.get("className").value());
        assertEquals(prefix, made.get("problemPrefix").value());
        assertAll(made.values().stream()
                .map(property -> () -> assertTrue(property.value().matches(property.allowed()), property::toString)));
    }

    private static Map<String, Property> made(String artifactId) throws Exception {
        var context = new VelocityContext();
        context.put("artifactId", artifactId);
        var engine = new VelocityEngine();
        var made = new LinkedHashMap<String, Property>();
        var properties = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Repository.ROOT.resolve(METADATA).toFile())
                .getElementsByTagName("requiredProperty");
        for (var i = 0; i < properties.getLength(); i++) {
            var property = (Element) properties.item(i);
            var value = new StringWriter();
            engine.evaluate(context, value, METADATA, text(property, "defaultValue"));
            context.put(property.getAttribute("key"), value.toString());
            made.put(property.getAttribute("key"), new Property(value.toString(), text(property, "validationRegex")));
        }
        return made;
    }

    private static String text(Element property, String name) {
        return property.getElementsByTagName(name).item(0).getTextContent();
    }
}

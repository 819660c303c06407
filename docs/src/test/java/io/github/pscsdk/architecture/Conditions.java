package io.github.pscsdk.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;

/** The two conditions that ArchUnit does not bring. */
final class Conditions {
    private Conditions() {}

    /** No class of the SDK outside {@code home} may depend on {@code library}. */
    static ArchRule homeOf(String library, String... home) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("each library has one home per artifact");
    }

    static ArchCondition<JavaClass> declareTheirOwnToString() {
        return new ArchCondition<>("declare their own toString()") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.tryGetMethod("toString").isEmpty()) {
                    events.add(violated(type, type.getName() + " prints itself by default"));
                }
            }
        };
    }
}

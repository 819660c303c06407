package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.UserInfoVariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a variant of the UserInfo document is made from a persona.
 *
 * @param traits the spellings
 * @param origin origin of the identifier, instead of the persona's
 * @param practices how the practices are changed
 */
record VariantShape(Set<Trait> traits, Optional<String> origin, UnaryOperator<List<ObjectNode>> practices) {
    private static final int ACTIVITIES = 5;

    static VariantShape of(UserInfoVariant variant) {
        return switch (variant) {
            case A_OTHER_IDS_OF_2022 -> spelt(Trait.OTHER_IDS_OF_2022);
            case B_CIVILITY_ON_TOP -> spelt(Trait.CIVILITY_ON_TOP);
            case C_NO_AUTH_MODE -> spelt(Trait.NO_AUTH_MODE);
            case D_EMAIL_VERIFIED -> spelt(Trait.EMAIL_VERIFIED);
            case E_EDIT_IDENTITY ->
                new VariantShape(Set.of(Trait.NO_ORGANIZATION_ID), Optional.of("EDIT"), UnaryOperator.identity());
            case F_FIVE_ACTIVITIES -> practising(VariantShape::withFiveActivities);
            case G_SAME_PRACTICE_TWICE -> practising(VariantShape::withTheFirstTwice);
            case H_MINIMAL -> spelt(Trait.MINIMAL);
            case I_PRACTICE_WITHOUT_ACTIVITIES -> practising(VariantShape::withOneMore);
        };
    }

    /** Makes the document. A persona without practices gets those of the pharmacist. */
    UserInfoDocument document(PersonaRow row, List<ObjectNode> own) {
        var some = own.isEmpty()
                ? PersonaFile.find(Personas.PHARMACIST.value()).orElseThrow().practices()
                : own;
        return new UserInfoDocument(row.reshaped(origin, traits), practices.apply(some));
    }

    private static VariantShape spelt(Trait trait) {
        return new VariantShape(Set.of(trait), Optional.empty(), UnaryOperator.identity());
    }

    private static VariantShape practising(UnaryOperator<List<ObjectNode>> practices) {
        return new VariantShape(Set.of(), Optional.empty(), practices);
    }

    private static List<ObjectNode> withFiveActivities(List<ObjectNode> practices) {
        var first = practices.get(0).deepCopy();
        var known = first.withArray("activities").path(0).deepCopy();
        var activities = first.putArray("activities");
        activities.addAll(Collections.nCopies(ACTIVITIES, known));
        return with(practices, 0, first);
    }

    private static List<ObjectNode> withTheFirstTwice(List<ObjectNode> practices) {
        return with(practices, practices.size(), practices.get(0));
    }

    private static List<ObjectNode> withOneMore(List<ObjectNode> practices) {
        var more = practices.get(0).deepCopy();
        more.remove("activities");
        return with(practices, practices.size(), more);
    }

    private static List<ObjectNode> with(List<ObjectNode> practices, int index, ObjectNode practice) {
        var all = new ArrayList<>(practices);
        if (index < all.size()) {
            all.set(index, practice);
        } else {
            all.add(practice);
        }
        return all;
    }
}

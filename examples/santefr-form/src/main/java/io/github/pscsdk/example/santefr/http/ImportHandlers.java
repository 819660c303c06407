package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Imports;
import io.github.pscsdk.example.santefr.json.AnswerWriter;
import io.github.pscsdk.example.santefr.json.ImportWriter;
import io.github.pscsdk.example.santefr.web.UnreadBody;
import io.javalin.http.Context;
import java.io.IOException;

/** {@code POST /imports}: a published file, row by row. */
final class ImportHandlers {
    private final Bearer bearer;
    private final Imports imports;

    ImportHandlers(Bearer bearer, Imports imports) {
        this.bearer = bearer;
        this.imports = imports;
    }

    void receive(Context context) {
        var caller = bearer.identify(context.header("Authorization"));
        try {
            Answers.json(context, 200, ImportWriter.report(imports.take(context.bodyInputStream(), caller)));
        } catch (CsvRefusedException e) {
            refuse(context, e.reason());
        } catch (EventRefusedException e) {
            Answers.json(context, 403, AnswerWriter.error(e.refusal().code(), e.french(), e.english(), ""));
        } catch (IOException e) {
            throw new RefusedException(Failure.MALFORMED, "the body ended early");
        }
    }

    private static void refuse(Context context, CsvRefusedException.Reason reason) {
        // What was not read would be taken for the next request.
        context.header("Connection", "close");
        UnreadBody.hearOut(context);
        Answers.json(
                context,
                reason.isTooMuch() ? 413 : 422,
                AnswerWriter.error(reason.code(), reason.french(), reason.english(), ""));
    }
}

package io.journeystream.local.analyze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.journeystream.journeys.TerminalClass;
import io.journeystream.local.tally.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The whole run in one object. Its measures are over matured journeys; contacts and journeys are over all.
 *
 * @param matured tally of the matured journeys
 * @param provisional tally of the others
 * @param watermark as of when, epoch milliseconds; null if there was no event at all
 */
record Summary(
        Accounts accounts,
        Tally matured,
        Tally provisional,
        @Nullable Long watermark) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes it as one JSON object, one field a line; rates over an empty denominator are null. */
    void writeTo(OutputStream stream) throws IOException {
        JsonGenerator json = JSON.createGenerator(stream).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        accounts(json);
        json.writeNumberField("contacts", matured.contacts() + provisional.contacts());
        json.writeNumberField("journeys", matured.journeys() + provisional.journeys());
        json.writeNumberField("matured", matured.journeys());
        firstContactResolution(json);
        selfService(json);
        switches(json);
        money(json, "cost", matured.cost());
        money(json, "switchCost", matured.switchCost());
        effort(json);
        watermark(json);
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void accounts(JsonGenerator json) throws IOException {
        json.writeNumberField("rows", accounts.rows());
        json.writeNumberField("skipped", accounts.skipped());
        json.writeNumberField("rejectedRows", accounts.rejectedRows());
        json.writeNumberField("accepted", accounts.accepted());
        json.writeNumberField("duplicates", accounts.duplicates());
        json.writeNumberField("rejectedEvents", accounts.rejectedEvents());
        json.writeNumberField("customers", accounts.customers());
        json.writeNumberField("conflicts", accounts.conflicts());
    }

    private void firstContactResolution(JsonGenerator json) throws IOException {
        json.writeNumberField("resolved", matured.resolved());
        rate(json, "fcrByJourney", matured.fcrByJourney());
        rate(json, "fcrByContact", matured.fcrByContact());
    }

    private void selfService(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("selfService");
        for (TerminalClass terminalClass : TerminalClass.values()) {
            json.writeNumberField(terminalClass.name(), matured.selfService().getOrDefault(terminalClass, 0L));
        }
        json.writeEndObject();
        rate(json, "containmentRaw", matured.containmentRaw());
        rate(json, "containmentStrict", matured.containmentStrict());
        rate(json, "containmentVerified", matured.containmentVerified());
    }

    private void switches(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("switches");
        json.writeNumberField("forced", matured.forced());
        json.writeNumberField("voluntary", matured.voluntary());
        json.writeNumberField("concurrent", matured.concurrent());
        json.writeEndObject();
    }

    private void effort(JsonGenerator json) throws IOException {
        rate(json, "effortMean", matured.effortMean());
        json.writeNumberField("transfers", matured.transfers());
        json.writeNumberField("abandons", matured.abandons());
        json.writeNumberField("repeats", matured.repeats());
        json.writeNumberField("reopenings", matured.reopenings());
    }

    private void watermark(JsonGenerator json) throws IOException {
        json.writeFieldName("watermark");
        if (watermark == null) {
            json.writeNull();
        } else {
            json.writeNumber(watermark);
        }
    }

    private static void money(JsonGenerator json, String field, BigDecimal amount) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(amount.stripTrailingZeros().toPlainString());
    }

    private static void rate(JsonGenerator json, String field, @Nullable Double rate) throws IOException {
        json.writeFieldName(field);
        if (rate == null) {
            json.writeNull();
        } else {
            json.writeNumber(rate);
        }
    }
}

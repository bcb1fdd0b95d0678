package io.journeystream.sql.answers;

import io.journeystream.local.output.Csv;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** CSV as RFC 4180 has it, with names of columns; null is an empty field. */
public final class CsvAnswer implements Answer {
    private long rows;

    @Override
    public void write(ResultSet answer, Writer out) throws SQLException, IOException {
        ResultSetMetaData columns = answer.getMetaData();
        List<String> fields = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            fields.add(columns.getColumnLabel(column));
        }
        out.write(Csv.line(fields));
        while (answer.next()) {
            rows++;
            for (int column = 1; column <= fields.size(); column++) {
                Object value = Values.of(answer, column);
                fields.set(column - 1, value == null ? "" : Texts.of(value));
            }
            out.write(Csv.line(fields));
        }
    }

    /** How many rows were written. */
    public long rows() {
        return rows;
    }
}

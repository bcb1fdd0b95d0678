package io.journeystream.sql.answers;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes what a statement answers. */
@FunctionalInterface
public interface Answer {
    void write(ResultSet rows, Writer out) throws SQLException, IOException;
}

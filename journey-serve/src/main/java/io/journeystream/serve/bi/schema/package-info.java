/** The star in the database: its migrations, and whether a database is one that can be written to. */
package io.journeystream.serve.bi.schema;

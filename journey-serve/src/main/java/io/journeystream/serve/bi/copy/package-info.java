/** Rows in the binary format of PostgreSQL's COPY. */
package io.journeystream.serve.bi.copy;

/** SQL over the topics without a database beside: what is asked for here, and answered by the module journey-sql. */
package io.journeystream.local.sql;

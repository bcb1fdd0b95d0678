/** The star as files, with a manifest of what they hold. */
package io.journeystream.sql.export;

/** The topics of the star, read once as they are now. */
package io.journeystream.sql.topics;

/** Who is whom, recomputed from the log and explained. */
package io.journeystream.serve.identity;

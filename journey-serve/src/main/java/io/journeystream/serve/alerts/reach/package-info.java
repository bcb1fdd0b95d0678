/** Which addresses may be reached, so that nobody can make this program knock at doors of the network it stands in. */
package io.journeystream.serve.alerts.reach;

/** What people and their tools ask over HTTP. */
package io.journeystream.serve.http;

package io.journeystream.planted.util;

class Anything {}

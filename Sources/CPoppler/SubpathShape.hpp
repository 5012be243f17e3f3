#pragma once
#include <cmath>

#include <Object.h>
#include <GfxState.h>

#include "Ink.hpp"

namespace kz {

/// How far a straight line may lean and still count as level or upright, in points.
constexpr double axisSlack = 0.3;

inline bool isLevel(double dx, double dy) { return std::fabs(dy) <= axisSlack && std::fabs(dx) > std::fabs(dy); }
inline bool isUpright(double dx, double dy) { return std::fabs(dx) <= axisSlack && std::fabs(dy) > std::fabs(dx); }

/// What a filled subpath looks like, as displayed.
struct SubpathShape {
  KZBox box = emptyBox;
  bool isRectangle = false;
  bool isRounded = false;
  double area = 0;  // signed: which way round it is drawn
};

SubpathShape shapeOf(const GfxState &state, const GfxSubpath &path);

}  // namespace kz

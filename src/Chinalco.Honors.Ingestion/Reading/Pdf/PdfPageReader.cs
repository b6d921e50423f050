using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Chinalco.Honors.Ingestion.Reading.Pdf;

/// <summary>Makes of each page of a PDF file its characters and nothing else.</summary>
internal sealed class PdfPageReader(
    IPdfTokenScanner pdfScanner,
    IResourceStore resourceStore,
    ILookupFilterProvider filterProvider,
    IPageContentParser pageContentParser,
    ParsingOptions parsingOptions
) : BasePageFactory<PdfGlyphs>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
{
    protected override PdfGlyphs ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    ) =>
        new Processor(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            initialMatrix,
            ParsingOptions
        ).Process(pageNumber, operations);

    private sealed class Processor(
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        ParsingOptions parsingOptions
    )
        : BaseStreamProcessor<PdfGlyphs>(
            pageNumber,
            resourceStore,
            pdfScanner,
            pageContentParser,
            filterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            in initialMatrix,
            parsingOptions
        )
    {
        // A drawing that draws others, and these others again, grows without an end in the file.
        private const int MostDrawings = 10_000;
        private const int MostOperations = 4_000_000;

        private readonly PdfLimits options = (PdfLimits)parsingOptions;
        private readonly List<PdfGlyph> glyphs = [];
        private int pictures;
        private int drawings;
        private int operations;

        public override PdfGlyphs Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
        {
            CloneAllStates();
            ProcessOperations(operations);
            return new(glyphs, pictures);
        }

        public override void RenderGlyph(
            IFont font,
            CurrentGraphicsState currentState,
            double fontSize,
            double pointSize,
            int code,
            string unicode,
            long currentOffset,
            in TransformationMatrix renderingMatrix,
            in TransformationMatrix textMatrix,
            in TransformationMatrix transformationMatrix,
            CharacterBoundingBox characterBoundingBox
        )
        {
            if (glyphs.Count >= options.Limits.MaxCharactersOnPage)
            {
                throw options.Refuse($"的一页超过 {options.Limits.MaxCharactersOnPage} 个字符");
            }

            var start = Place(renderingMatrix, textMatrix, transformationMatrix, 0, 0);
            var end = Place(renderingMatrix, textMatrix, transformationMatrix, characterBoundingBox.Width, 0);
            var top = Place(renderingMatrix, textMatrix, transformationMatrix, 0, 1);
            var size = Math.Abs(top.Y - start.Y);
            var isUpright = end.X >= start.X && Math.Abs(end.Y - start.Y) <= 0.2 * (end.X - start.X);
            if (isUpright && size > 0.5 && double.IsFinite(start.X + start.Y + end.X + size) && !string.IsNullOrEmpty(unicode))
            {
                glyphs.Add(new(start.X, end.X, start.Y, size, Radicals.Restore(unicode)));
            }
        }

        protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
        {
            this.operations += operations.Count;
            if (this.operations > MostOperations)
            {
                throw options.Refuse("的一页绘图指令过多");
            }

            base.ProcessOperations(operations);
        }

        public override void ApplyXObject(NameToken xObjectName)
        {
            if (++drawings > MostDrawings)
            {
                throw options.Refuse("的一页嵌套了过多的图形");
            }

            base.ApplyXObject(xObjectName);
        }

        protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => pictures++;

        protected override void RenderInlineImage(InlineImage inlineImage) => pictures++;

        public override void BeginSubpath() { }

        public override PdfPoint? CloseSubpath() => null;

        public override void StrokePath(bool close) { }

        public override void FillPath(FillingRule fillingRule, bool close) { }

        public override void FillStrokePath(FillingRule fillingRule, bool close) { }

        public override void MoveTo(double x, double y) { }

        public override void BezierCurveTo(double x2, double y2, double x3, double y3) { }

        public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) { }

        public override void LineTo(double x, double y) { }

        public override void Rectangle(double x, double y, double width, double height) { }

        public override void EndPath() { }

        public override void ClosePath() { }

        public override void ModifyClippingIntersect(FillingRule clippingRule) { }

        protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

        public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) { }

        public override void EndMarkedContent() { }

        public override void PaintShading(NameToken shading) { }

        private static PdfPoint Place(
            in TransformationMatrix rendering,
            in TransformationMatrix text,
            in TransformationMatrix page,
            double x,
            double y
        ) => page.Transform(text.Transform(rendering.Transform(new PdfPoint(x, y))));
    }
}
